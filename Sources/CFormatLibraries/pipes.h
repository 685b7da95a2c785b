// A function of Linux that the C library of Swift leaves out: a pipe that no other child process inherits.
#pragma once
int pipe2(int ends[2], int flags);
