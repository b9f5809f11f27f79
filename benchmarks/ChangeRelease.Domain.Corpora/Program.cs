using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Runs cases that others published against the library.</summary>
internal static class Program
{
    private const string Usage = """
        usage: recurrence FILE.jsonl [--contested]
               windows FILE.json
               sessions CALENDAR.json FILE.csv.gz
               wikimedia FILE.json
               circuits FILE.json
               rcpsp FILE.json [--schedules N | --seconds S] [--seed K] [--csv OUT] [--every N]
               rcpsp-max FILE.json [--schedules N | --seconds S] [--seed K] [--csv OUT] [--every N]
        """;

    private static int Main(string[] arguments)
    {
        var showContested = arguments.Contains("--contested");
        switch (arguments.Where(argument => argument != "--contested").ToArray())
        {
            case ["recurrence", var file] when File.Exists(file):
                return new SuiteRun("recurrence", Console.Out, showContested).Over(File.ReadLines(file).Where(line => line.Length > 0).Select(RecurrenceCase.Read));
            case ["windows", var file] when File.Exists(file):
                return new SuiteRun("windows", Console.Out, showContested).Over(WindowCases.Read(file));
            case ["sessions", var calendar, var file] when File.Exists(calendar) && File.Exists(file):
                return Sessions(calendar, file);
            case ["wikimedia", var file] when File.Exists(file):
                return new WikimediaReport(Console.Out).Over(file);
            case ["circuits", var file] when File.Exists(file):
                return new CircuitReport(Console.Out).Over(file);
            case ["rcpsp" or "rcpsp-max", .. var rest] when RcpspOptions.Read(rest) is { } options:
                return Projects(arguments[0], options);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static int Projects(string suite, RcpspOptions options)
    {
        var report = new RcpspReport(suite, options, Console.Out);
        foreach (var instance in options.Instances)
        {
            report.Run(instance, one => RcpspPlanning.Answer(one, options));
        }

        return report.Finish();
    }

    private static int Sessions(string calendar, string file)
    {
        var reading = BusinessCalendarDocument.Read(File.ReadAllBytes(calendar), DateTimeZoneProviders.Tzdb);
        if (reading.Value is { } read)
        {
            return new SuiteRun("sessions", Console.Out, showContested: false).Over(SessionCase.Of(read, file));
        }

        Console.Error.WriteLine(reading);
        return 2;
    }
}
