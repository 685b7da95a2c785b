internal import ArgumentParser
internal import Glibc
internal import LanguageServer

/// `lsp`: judges drafts in an editor while they are written.
struct LanguageServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp", abstract: "Serve an editor: findings while a draft is written.",
        discussion:
            "Speaks the Language Server Protocol on standard input and output. Configuration, suppressions and decisions hold as with check.",
        aliases: ["language-server"])

    @OptionGroup(title: "Rules") var rules: RuleOptions
    @Option(help: ArgumentHelp("Lowest band that is shown. (default: info)", valueName: "band"))
    var minBand: BandOption?
    @OptionGroup(title: "Known findings") var standing: StandingOptions
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Configuration") var configurations: ConfigurationOptions
    @OptionGroup var lexicons: LexiconOptions
    @Flag(help: "Speak on standard input and output; nothing else is spoken, so it changes nothing.")
    var stdio = false

    func run() throws {
        let server = Server(name: "counterweight", version: ToolVersion.current) { root throws(JudgeError) in
            do throws(CommandError) {
                return try DraftJudge(
                    root: root, rules: rules, lowestBand: minBand?.band, standing: standing, input: input,
                    configurations: configurations, lexicons: lexicons
                ).judge
            } catch {
                throw JudgeError(error.messages)
            }
        }
        var loop = ServerLoop(server, input: STDIN_FILENO) { bytes in
            do throws(Console.WriteError) {
                try Console.send(bytes, to: STDOUT_FILENO)
                return true
            } catch {
                return false
            }
        }
        let code: Int32
        do throws(MessageBuffer.FramingError) {
            code = try loop.run()
        } catch {
            throw CommandError("standard input: \(error.message); an editor speaks the Language Server Protocol here")
        }
        if code != 0 { throw ExitCode(code) }
    }
}
