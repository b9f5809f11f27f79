using NodaTime;
using NodaTime.Text;
using QuickStart.Input;

namespace QuickStart;

/// <summary>Reads the command line; everything wrong with it is told at once.</summary>
internal static class OptionsReader
{
    public const string Usage = """
        Takes changes and releases through their lives on a change calendar.

        usage: dotnet run --project docs/samples/QuickStart -- [options]

          --calendar FILE     the change calendar       (calendar.json of the sample)
          --changes FILE      people, policy, changes   (changes.json of the sample)
          --from DATE         the day it begins         (2026-10-28)
          --format text|json  how to print              (text)
          --help              this page

        exit code: 0 everything came to its end, 1 something got stuck, 2 bad input
        """;

    private static readonly Place _place = Place.Of("command line");

    public static Options Read(IReadOnlyList<string> arguments, Faults faults)
    {
        var (options, given) = (Options.Ordinary, new HashSet<string>(StringComparer.Ordinal));
        for (var at = 0; at < arguments.Count; at++)
        {
            var name = arguments[at];
            if (name is "--help" or "-h")
            {
                options = options with { Help = true };
            }
            else if (name is not ("--calendar" or "--changes" or "--from" or "--format"))
            {
                faults.Add(_place, $"There is no option '{name}'.", "Use --calendar, --changes, --from, --format or --help");
            }
            else if (at + 1 >= arguments.Count || arguments[at + 1].StartsWith("--", StringComparison.Ordinal))
            {
                faults.Add(_place, $"The option {name} has no value.", "Write a value after it");
            }
            else
            {
                Once(name, given, faults);
                options = With(options, name, arguments[++at], faults);
            }
        }

        return options;
    }

    private static Options With(Options options, string name, string value, Faults faults) => name switch
    {
        "--calendar" => options with { Calendar = value },
        "--changes" => options with { Changes = value },
        "--from" => options with { From = Date(value, faults) },
        _ => options with { AsJson = IsJson(value, faults) },
    };

    private static void Once(string name, HashSet<string> given, Faults faults)
    {
        if (!given.Add(name))
        {
            faults.Add(_place, $"The option {name} is given twice.", "Keep one of them");
        }
    }

    private static LocalDate Date(string value, Faults faults)
    {
        if (LocalDatePattern.Iso.Parse(value).TryGetValue(default, out var date) && date.Year is >= Moment.FirstYear and <= Moment.LastYear)
        {
            return date;
        }

        faults.Add(_place, $"'{value}' is not a date.", FormattableString.Invariant($"Write it like 2026-10-28, between {Moment.FirstYear} and {Moment.LastYear}"));
        return Options.OrdinaryFrom;
    }

    private static bool IsJson(string value, Faults faults)
    {
        if (value is not ("text" or "json"))
        {
            faults.Add(_place, $"'{value}' is not a format.", "Write text or json");
        }

        return value == "json";
    }
}
