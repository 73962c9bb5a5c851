// The only file of this target that knows the platform's C library.

import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What only the operating system can tell: clocks and memory.
enum Platform {
  /// The processor time that this process has taken, on all cores, in seconds.
  static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// The processor time of all processes that this one has started and waited for, in seconds.
  static var processorTimeOfChildren: Double {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    #else
      getrusage(RUSAGE_CHILDREN, &usage)
    #endif
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + 1e-6 * Double($1.tv_usec) }
  }

  /// The most memory that was resident so far, in bytes.
  static var peakMemory: Double {
    #if os(Linux)
      // What `getrusage` says begins with the peak of the process by which this one was started.
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
      return 1024 * (Double(line.filter(\.isNumber)) ?? .nan)
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss)
    #endif
  }

  /// Ends the process.
  static func leave(_ status: Int32) -> Never { exit(status) }
}
