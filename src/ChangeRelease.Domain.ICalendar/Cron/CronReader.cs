using System.Text.RegularExpressions;
using ChangeRelease.Domain.Calendars;
using Cronos;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads one expression: the door, then Cronos, then the rule.</summary>
internal sealed partial class CronReader(CronSettings settings)
{
    private const string Expression = "expression";

    public CronReading<RecurrenceRule> Read(string text)
    {
        if (AtTheDoor(text) is { } problem)
        {
            return Refused(problem);
        }

        try
        {
            var fields = CronFields.Of(CronExpression.Parse(text, settings.HasSeconds ? CronFormat.IncludeSeconds : CronFormat.Standard));
            return CronRule.Of(fields, settings.Days);
        }
        catch (CronFormatException unreadable)
        {
            return Refused(new("calendar.cron.unreadable", Expression, Shortened(unreadable.Message)));
        }
        catch (MissingSeedException)
        {
            return Refused(new("calendar.cron.needs-a-seed", Expression, "H lets a program choose a time. Write the time that it chose."));
        }
    }

    private static CronReading<RecurrenceRule> Refused(CronFault fault) => new(null, [fault]);

    // Cronos stops reading at a NUL, and reads lists by recursion.
    private CronFault? AtTheDoor(string text) => text switch
    {
        { Length: > CronText.LongestText } =>
            new("calendar.cron.too-long", Expression, FormattableString.Invariant($"The text is longer than {CronText.LongestText} characters.")),
        _ when text.Any(character => character != '\t' && char.IsControl(character)) =>
            new("calendar.cron.control-character", Expression, "The text holds a control character. Take it out."),
        _ when !settings.TakesSeven && SaysSeven(text) =>
            new("calendar.cron.seven", "day of week", "Sunday is 0 here, not 7. Write 0, or say that 7 is taken."),
        _ => null,
    };

    private static string Shortened(string message)
    {
        var start = message.IndexOf("format. ", StringComparison.Ordinal);
        return Shown.All(start < 0 ? message : message[(start + 8)..]);
    }

    private static bool SaysSeven(string text) => text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [_, _, _, _, .., var last] && Seven().IsMatch(last);

    // A number 7 that is neither a step nor a count.
    [GeneratedRegex("(?<![0-9/#])0*7(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Seven();
}
