-- Publishing another hold-out share begins a new experiment.
grant update (experiment) on mall to reload_console;
