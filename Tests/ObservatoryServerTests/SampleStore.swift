import GRDB

@testable import Observatory

/// A store with one document and two findings.
enum SampleStore {
    static func make(at path: String) throws {
        let store = try Store(path: path, for: .creating(purpose: "test"))
        try store.write { database in
            var index = try TextIndex(database)
            try database.execute(
                sql: """
                    INSERT INTO engine VALUES (1, '1', '1', 'ab', '{}');
                    INSERT INTO rule VALUES ('CW04', 'power', 'sum', 'why', 'how', '[]', 0);
                    INSERT INTO document (id, path, title, year, body) VALUES (1, 'b.txt', 'B <script>', 2001, 'Office');
                    INSERT INTO version (id, document_id, number, engine_id, run_id, sha256, bytes, format, encoding,
                      title, language, kind, words, sentences, passages, band, notes, digest) VALUES
                      (1, 1, 1, 1, NULL, 'aa', 9, 'text', 'UTF-8', 'B', NULL, 'statute', 10, 2, 1, 'high', '[]', 'x');
                    UPDATE document SET version_id = 1;
                    INSERT INTO block (version_id, position, kind, level, is_quoted, is_boilerplate, source_start, source_end,
                      text, sentences) VALUES (1, 0, 'paragraph', 0, 0, 0, 0, 30, 'It may block any site <script>.', 1);
                    INSERT INTO finding (version_id, position, block, rule, band, score, confidence, stance, start, text,
                      source_start, source_end, message, details, fingerprint)
                    VALUES (1, 0, 0, 'CW04', 'high', 70, 0.9, 'asserted', 7, 'block any site', 7, 21, 'm <script>', '{}', 'ff'),
                      (1, 1, 0, 'CW04', 'low', 10, 0.9, 'asserted', 3, 'may', 3, 6, 'm', '{}', 'gg');
                    """)
            try index.update()
        }
    }
}
