import LessonRuntime
import Rendering
import Transcript

extension Topic {
  /// `longhand help format`
  static let format = Topic(
    name: "format", summary: "How a lesson is written: the whole format, with examples."
  ) { request in
    let parts = Page(LessonFormat.page).blocks().map { Transcript.Part.prose($0) }
    return request.display.renderer.text(
      of: Transcript(lesson: "format", title: "The lesson format", sources: [], parts: parts))
  }
}
