internal import CFormatLibraries

/// The functions of poppler-glib, and of the GLib under it, that are used.
@safe struct PopplerLibrary {
    let makeBytes: cw_pdf_bytes_new
    let open: cw_pdf_document_new
    let pageCount: cw_pdf_page_count
    let page: cw_pdf_page
    let text: cw_pdf_text
    let size: cw_pdf_page_size
    let layout: cw_pdf_layout
    let attributes: cw_pdf_page_attributes
    let freeAttributes: cw_pdf_free
    let free: cw_pdf_free
    let release: cw_pdf_free

    /// Finds the library.
    init() throws(SystemLibrary.Missing) {
        let library = try SystemLibrary(
            "poppler-glib", files: ["libpoppler-glib.so.8", "libpoppler-glib.so", "libpoppler-glib.dylib"],
            package: "libpoppler-glib8")
        unsafe makeBytes = try unsafe library.function("g_bytes_new_static", as: cw_pdf_bytes_new.self)
        unsafe open = try unsafe library.function("poppler_document_new_from_bytes", as: cw_pdf_document_new.self)
        unsafe pageCount = try unsafe library.function("poppler_document_get_n_pages", as: cw_pdf_page_count.self)
        unsafe page = try unsafe library.function("poppler_document_get_page", as: cw_pdf_page.self)
        unsafe text = try unsafe library.function("poppler_page_get_text", as: cw_pdf_text.self)
        unsafe size = try unsafe library.function("poppler_page_get_size", as: cw_pdf_page_size.self)
        unsafe layout = try unsafe library.function("poppler_page_get_text_layout", as: cw_pdf_layout.self)
        unsafe attributes = try unsafe library.function(
            "poppler_page_get_text_attributes", as: cw_pdf_page_attributes.self)
        unsafe freeAttributes = try unsafe library.function(
            "poppler_page_free_text_attributes", as: cw_pdf_free.self)
        unsafe free = try unsafe library.function("g_free", as: cw_pdf_free.self)
        unsafe release = try unsafe library.function("g_object_unref", as: cw_pdf_free.self)
    }
}
