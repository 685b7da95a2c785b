#include <cstdio>
#include <cstring>

#include <cld2/public/compact_lang_det.h>

#include "CCLD2.h"

extern "C" int ccld2_detect(const char *text, int length, char *code) {
    bool reliable = false;
    const CLD2::Language language = CLD2::DetectLanguage(text, length, true, &reliable);
    std::strncpy(code, CLD2::LanguageCode(language), 15);
    code[15] = '\0';
    return reliable && language != CLD2::UNKNOWN_LANGUAGE ? 1 : 0;
}
