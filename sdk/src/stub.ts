import { plant } from './plant';

// The head stub: runs before any router of the mall, so that our popstate listener is the first in line.
plant();
