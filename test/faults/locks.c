// A shared folder that loses locks: every lock is granted, to everybody. Loaded before the C library.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>

static int locks(int command, void *argument) {
  if (command == F_GETLK || command == F_OFD_GETLK) {
    ((struct flock *)argument)->l_type = F_UNLCK;
    return 1;
  }
  return command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK || command == F_OFD_SETLKW;
}

#define LOSING(name)                                                                            \
  int name(int file, int command, ...) {                                                        \
    va_list rest;                                                                               \
    va_start(rest, command);                                                                    \
    void *argument = va_arg(rest, void *);                                                      \
    va_end(rest);                                                                               \
    if (locks(command, argument)) return 0;                                                     \
    int (*real)(int, int, ...) = (int (*)(int, int, ...))dlsym(RTLD_NEXT, #name);               \
    return real(file, command, argument);                                                       \
  }

LOSING(fcntl)
LOSING(fcntl64)
