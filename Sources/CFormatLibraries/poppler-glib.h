// The part of poppler-glib that is used; looked for when a file needs it, as libarchive is.
#pragma once

typedef struct { double x1, y1, x2, y2; } cw_pdf_rectangle;
typedef struct {
    char *font_name;
    double font_size;
    int is_underlined;
    unsigned short red, green, blue;
    int start_index;
    int end_index;
} cw_pdf_attributes;
typedef struct cw_pdf_list { void *data; struct cw_pdf_list *next; struct cw_pdf_list *previous; } cw_pdf_list;
typedef struct { unsigned domain; int code; char *message; } cw_pdf_error;

typedef void *(*cw_pdf_bytes_new)(const void *bytes, unsigned long count);
typedef void *(*cw_pdf_document_new)(void *bytes, const char *password, cw_pdf_error **error);
typedef int (*cw_pdf_page_count)(void *document);
typedef void *(*cw_pdf_page)(void *document, int index);
typedef char *(*cw_pdf_text)(void *object);
typedef void (*cw_pdf_page_size)(void *page, double *width, double *height);
typedef int (*cw_pdf_layout)(void *page, cw_pdf_rectangle **rectangles, unsigned *count);
typedef cw_pdf_list *(*cw_pdf_page_attributes)(void *page);
typedef void (*cw_pdf_free)(void *object);
