/* The system's accounts: which login has which number. */
#ifndef REPLIFE_ACCOUNTS_H
#define REPLIFE_ACCOUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * From /etc/passwd; what is not there, from `getent passwd`, which asks the name
 * services that a static program cannot. False: there is none. May take as long as
 * a directory service does.
 */
bool account_login(int64_t uid, char *login, size_t size);
bool account_in_passwd(int64_t uid, char *login, size_t size);	/* the file alone */
bool account_uid(const char *login, int64_t *uid);

/* Who runs this process, from the file alone: the login, and the full name that
 * goes with it. False: the file does not have them. */
bool account_own(char *login, char *full, size_t size);

/* Numbers that stand for nobody: a process of an unmapped namespace has them. */
bool account_is_nobody(int64_t uid);

#endif
