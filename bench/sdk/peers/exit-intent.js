import exitIntent from 'exit-intent';
const remove = exitIntent({ threshold: 50, maxDisplays: 1 });
addEventListener('exit-intent', remove);
