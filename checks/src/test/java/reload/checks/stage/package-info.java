/// What a test in a real window stands on: a screen, a mouse, a keyboard, and a browser as it comes from Debian.
package reload.checks.stage;
