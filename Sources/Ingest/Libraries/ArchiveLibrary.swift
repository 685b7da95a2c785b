internal import CFormatLibraries

/// The functions of libarchive that are used.
@safe struct ArchiveLibrary {
    let make: cw_archive_new
    let free: cw_archive_set
    let settings: [cw_archive_set]
    let rawSettings: [cw_archive_set]
    let openMemory: cw_archive_open_memory
    let openFile: cw_archive_open_filename
    let nextHeader: cw_archive_next_header
    let read: cw_archive_read
    let problem: cw_archive_text
    let name: cw_archive_text
    let nameInUTF8: cw_archive_text
    let kind: cw_archive_type
    let isEncrypted: cw_archive_number

    /// Finds the library.
    init() throws(SystemLibrary.Missing) {
        let library = try SystemLibrary(
            "libarchive", files: ["libarchive.so.13", "libarchive.so", "libarchive.dylib"], package: "libarchive13")
        unsafe make = try unsafe library.function("archive_read_new", as: cw_archive_new.self)
        unsafe free = try unsafe library.function("archive_read_free", as: cw_archive_set.self)
        let filters = try unsafe ["gzip", "bzip2", "xz", "zstd"].map { filter throws(SystemLibrary.Missing) in
            try unsafe library.function("archive_read_support_filter_\(filter)", as: cw_archive_set.self)
        }
        let formats = unsafe [
            try library.function("archive_read_support_format_zip", as: cw_archive_set.self),
            try library.function("archive_read_support_format_tar", as: cw_archive_set.self),
        ]
        unsafe settings = unsafe filters + formats
        unsafe rawSettings =
            unsafe filters + [try library.function("archive_read_support_format_raw", as: cw_archive_set.self)]
        unsafe openMemory = try unsafe library.function("archive_read_open_memory", as: cw_archive_open_memory.self)
        unsafe openFile = try unsafe library.function("archive_read_open_filename", as: cw_archive_open_filename.self)
        unsafe nextHeader = try unsafe library.function("archive_read_next_header", as: cw_archive_next_header.self)
        unsafe read = try unsafe library.function("archive_read_data", as: cw_archive_read.self)
        unsafe problem = try unsafe library.function("archive_error_string", as: cw_archive_text.self)
        unsafe name = try unsafe library.function("archive_entry_pathname", as: cw_archive_text.self)
        unsafe nameInUTF8 = try unsafe library.function("archive_entry_pathname_utf8", as: cw_archive_text.self)
        unsafe kind = try unsafe library.function("archive_entry_filetype", as: cw_archive_type.self)
        unsafe isEncrypted = try unsafe library.function("archive_entry_is_encrypted", as: cw_archive_number.self)
    }
}
