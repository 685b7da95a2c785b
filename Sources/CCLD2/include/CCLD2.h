#ifndef CCLD2_H
#define CCLD2_H

/// Finds the language of UTF-8 text with the Compact Language Detector 2.
///
/// Writes its code, such as "fr" or "zh-Hant", to `code`, which has room for 16 bytes. Returns 1 when the detector is
/// sure of it, and 0 otherwise.
#ifdef __cplusplus
extern "C"
#endif
int ccld2_detect(const char *text, int length, char *code);

#endif
