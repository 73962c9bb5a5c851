import Foundation

do throws(Fault) {
  let call = try Call(CommandLine.arguments.dropFirst())
  if call.isHelp {
    print(Help.text)
  } else {
    try Measuring(call).run()
  }
} catch {
  FileHandle.standardError.write(Data("Benchmarks: \(error.message)\n".utf8))
  Platform.leave(error.status)
}
