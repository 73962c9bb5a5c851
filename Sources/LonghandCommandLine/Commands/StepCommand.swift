import Diagnostics
import LessonRuntime
import Rendering
import Stepper
import Tutor

extension Command {
  /// `longhand step`
  static let step = Command(
    name: "step",
    summary: "Go through a lesson step by step: asked before told.",
    operands: "LESSON",
    description: [
      """
      Shows a lesson one step at a time. Enter shows the next paragraph, or the next piece of the working: the names, \
      then the numbers, then the result. b goes back, w looks inside a number, : tries another number, ? shows all keys, \
      and q leaves. Of checks that all are met only the number is told; o opens them.
      """,
      """
      How much Enter shows is the pace: s turns through the paces, and :pace NAME sets one. `first reading` shows what is new \
      a line at a time, and at once what you have seen before: steps of an earlier reading, and equations of a kind that was worked \
      line by line further up. `line` shows every line by itself, `thought` a paragraph or a whole step, `section` all before \
      the next heading, or through the next question. No pace shows more at a press than the window holds.
      """,
      """
      What the last key has brought has a bar beside it. The last line says where you are, and :where says it in words. g \
      and / list what may be meant while you type; n and N go to the next match and the one before. m marks a place, ' goes \
      to it, and ` goes back to where the last jump began. The wheel of a mouse scrolls where the terminal offers that.
      """,
      """
      p keeps a value in view, v shows or puts away such values and the last ones, and d draws the network with its numbers. In \
      wide windows the values stand beside the page by themselves.
      """,
      """
      Questions wait for an answer, which may be an expression. While one waits, whatever is typed is the reply; all else \
      is asked for by words behind a colon, such as :hint, :skip, :give up and :why w5. What was answered stays on the \
      page. A value of the lesson that is called like one of these words is looked at as :(skip).
      """,
      """
      What has been read and answered, the mark and the pace are kept under $XDG_STATE_HOME/longhand, or else under ~/.local/state/longhand, and \
      the next call goes on where the last one ended.
      """,
      """
      With --plain nothing on the screen is redrawn: what can be asked for is typed as words, a line each, and `help` \
      lists them. It is chosen by itself where the input or the output is no terminal, and where TERM is dumb.
      """,
      """
      --keys plays the keys of a file and prints what they bring; then nothing is kept. Each character is a key, and \
      each line end is Enter; other keys are written <Left>, <Esc>, <Ctrl-U>; a line that begins with # is a comment.
      """,
    ],
    examples: [
      Example("step backpropagation", "The lecture's 2-2-2 network, a line at a time."),
      Example("step --plain backpropagation", "The same for a screen reader, or a pipe."),
      Example("step --keys session.txt backpropagation", "Play a session, and print it."),
    ],
    options: [.plain, .keys] + LessonOptions.all + [.width, .ascii, .color, .lessons]
  ) { call in
    try StepCommand(call).run()
  }
}

/// Takes somebody through a lesson.
private struct StepCommand {
  let call: CommandCall
  let display: Display
  let options: LessonOptions
  let keys: KeyScript?

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    display = try Display(call.arguments, call.invocation)
    options = try LessonOptions(call)
    guard call.arguments.operands.count == 1 else {
      throw Failure(
        .wrongUsage,
        call.arguments.operands.isEmpty ? "`step` needs a lesson" : "`step` takes one lesson at a time",
        details: ["usage: " + Command.step.usage])
    }
    keys = try call.arguments.value(of: .keys).map { path throws(Failure) in
      try KeyScript(String(decoding: call.file(atPath: path).bytes, as: UTF8.self))
    }
    if call.arguments.operands == ["-"], keys == nil {
      throw .usage(
        "a lesson that is read from standard input leaves none for answers",
        hint: "name the lesson's file, or play keys with --keys")
    }
  }

  func run() throws -> ExitStatus {
    try call.forEachLesson { source in
      let file = try call.file(of: source)
      let lesson = try call.lesson(source, in: file)
      var options = try options.options(for: lesson, called: source.name)
      options.watch.isCancelled = call.invocation.isInterrupted

      let session = StepSession(
        call: call, lesson: lesson, name: source.name, isInCourse: source.inCourse != nil, options: options,
        display: display, wordBook: WordBook(of: source, call))
      let (reader, status) = try session.run(keys: keys)
      if let failure = Failure(reader.diagnostics, in: file) { throw failure }
      return status
    }
  }
}
