/*
 * A frame in one write. ncurses writes a frame in a hundred small pieces: each
 * wakes the terminal, which may show half a picture. While a frame is begun,
 * what goes to stdout is held back; its end writes all of it.
 */
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

/* Where there is no memory for it, it is written as it comes. */
void frame_begin(void);
/* `call` can be read when there is something more urgent than a terminal that
 * takes nothing: the rest of the frame is dropped then. */
void frame_end(int call);
/* Before something else is written: the rest of a character that a frame was given
 * up in goes first. A terminal that takes nothing for a moment loses what it has
 * not read, so that nothing here waits for it. */
void frame_settle(void);
void frame_close(void);		/* give back what it took */

#endif
