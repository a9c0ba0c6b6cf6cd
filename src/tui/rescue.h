/* A program that dies of a signal gives the terminal back first. */
#ifndef TUI_RESCUE_H
#define TUI_RESCUE_H

/* The terminal on stdin, as it is now, is what is given back. */
void rescue_arm(void);
void rescue_disarm(void);

#endif
