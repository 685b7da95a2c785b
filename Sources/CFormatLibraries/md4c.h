// The part of MD4C 0.4 that is used; looked for when a file needs it, as libarchive is.
#pragma once

enum {
    CW_MD_DOC, CW_MD_QUOTE, CW_MD_UL, CW_MD_OL, CW_MD_LI, CW_MD_HR, CW_MD_H, CW_MD_CODE, CW_MD_HTML, CW_MD_P,
    CW_MD_TABLE, CW_MD_THEAD, CW_MD_TBODY, CW_MD_TR, CW_MD_TH, CW_MD_TD
};
enum { CW_MD_EM, CW_MD_STRONG, CW_MD_A, CW_MD_IMG, CW_MD_CODE_SPAN, CW_MD_DEL };
enum { CW_MD_NORMAL, CW_MD_NULLCHAR, CW_MD_BR, CW_MD_SOFTBR, CW_MD_ENTITY, CW_MD_CODE_TEXT, CW_MD_HTML_TEXT };
// Tables, strikethrough, task lists and bare addresses: the dialect of GitHub.
enum { CW_MD_GITHUB = 0x0004 | 0x0008 | 0x0100 | 0x0200 | 0x0400 | 0x0800 };

typedef struct { unsigned start; int is_tight; char delimiter; } cw_md_ordered;
typedef struct { unsigned level; } cw_md_heading;

typedef struct {
    unsigned abi_version;
    unsigned flags;
    int (*enter_block)(int type, void *detail, void *user);
    int (*leave_block)(int type, void *detail, void *user);
    int (*enter_span)(int type, void *detail, void *user);
    int (*leave_span)(int type, void *detail, void *user);
    int (*text)(int type, const char *text, unsigned size, void *user);
    void (*debug_log)(const char *message, void *user);
    void (*syntax)(void);
} cw_md_parser;

typedef int (*cw_md_parse)(const char *text, unsigned size, const cw_md_parser *parser, void *user);
