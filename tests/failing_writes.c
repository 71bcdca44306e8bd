/* A disk that fails: the Nth write below a folder is refused, and with FAIL_FROM every one after it.
   Loaded before a program (LD_PRELOAD); the tests build it where there is a C compiler. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_long calls;

static int below(const char *path) {
    const char *folder = getenv("FAIL_BELOW");
    return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int refused(void) {
    long at = atol(getenv("FAIL_AT") ? getenv("FAIL_AT") : "0"), call = ++calls;
    if (!at || call < at || (call > at && !getenv("FAIL_FROM"))) return 0;
    int mark = openat(AT_FDCWD, getenv("FAIL_MARK"), O_CREAT | O_WRONLY, 0600);
    if (mark >= 0) close(mark);
    errno = atoi(getenv("FAIL_ERRNO"));
    return 1;
}

static int fails(int file) {
    char link[64], path[PATH_MAX + 1];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, PATH_MAX);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path) && refused();
}

#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void *data, size_t size) {
    REAL(write);
    return fails(file) ? -1 : real(file, data, size);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
    REAL(pwrite);
    return fails(file) ? -1 : real(file, data, size, at);
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
    REAL(pwrite64);
    return fails(file) ? -1 : real(file, data, size, at);
}

int fsync(int file) {
    REAL(fsync);
    return fails(file) ? -1 : real(file);
}

int fdatasync(int file) {
    REAL(fdatasync);
    return fails(file) ? -1 : real(file);
}

int ftruncate(int file, off_t size) {
    REAL(ftruncate);
    return fails(file) ? -1 : real(file, size);
}

int ftruncate64(int file, off64_t size) {
    REAL(ftruncate64);
    return fails(file) ? -1 : real(file, size);
}

int unlink(const char *path) {
    REAL(unlink);
    return below(path) && refused() ? -1 : real(path);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    return below(to) && refused() ? -1 : real(from, to);
}
