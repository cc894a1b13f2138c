import ouibounce from 'ouibounce';
ouibounce(document.querySelector('dialog'));
