using System.Globalization;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
using NodaTime.Text;

namespace QuickStart.Input;

/// <summary>Reads single values; what cannot be read is a fault with its place.</summary>
internal static class Values
{
    private static readonly Duration _longest = Duration.FromDays(3_660);

    private static readonly LocalDateTimePattern _localDateTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalTimePattern _localTime = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string? Text(JsonItem item, Faults faults) => item.Kind == JsonKind.Text
        ? item.Text
        : Wrong<string>(item, faults, "A text", "Write it between quotation marks");

    /// <summary>A plan of one task, in one line; a blank text is no plan yet.</summary>
    public static ChangePlan? Plan(JsonItem item, Faults faults) => Text(item, faults) switch
    {
        null => null,
        var text when string.IsNullOrWhiteSpace(text) => ChangePlan.Empty,
        var text when text.Normalize().Length > PlanTask.MaximumTextLength => Refused<ChangePlan>(item, faults, $"The plan is longer than {PlanTask.MaximumTextLength} characters.", "Say it shorter"),
        var text => ChangePlan.Of(text),
    };

    public static int? Whole(JsonItem item, Faults faults) => item.Kind == JsonKind.Number && Parsed(item.Text) is { } number
        ? number
        : Wrong<int?>(item, faults, "A whole number", "Write digits only, at most six, for example 6");

    public static int? Count(JsonItem item, Faults faults)
    {
        var number = Whole(item, faults);
        return number is < 1 ? Refused<int?>(item, faults, "The number is below 1.", "Write 1 or more") : number;
    }

    public static bool? Truth(JsonItem item, Faults faults) => item.Kind == JsonKind.Truth
        ? string.Equals(item.Text, "true", StringComparison.Ordinal)
        : Wrong<bool?>(item, faults, "true or false", "Write true or false, without quotation marks");

    /// <summary>One of some words.</summary>
    public static Func<JsonItem, Faults, string?> OneOf(params string[] words) => (item, faults) => Text(item, faults) switch
    {
        null => null,
        var text when words.Contains(text, StringComparer.Ordinal) => text,
        var text => Refused<string>(item, faults, $"'{text}' is not known here.", $"Write one of {string.Join(", ", words)}"),
    };

    /// <summary>A name of the library's, checked by the library's own rule.</summary>
    public static Func<JsonItem, Faults, T?> Name<T>(Func<string, T> make)
        where T : class =>
        (item, faults) => Text(item, faults) switch
        {
            null => null,
            var text when Identifier.Problem(text) is { } problem => Refused<T>(item, faults, $"A name {problem}.", "Write a name, for example \"wiki\""),
            var text => make(text),
        };

    /// <summary>A version, checked by the library's own rule; every fault is told.</summary>
    public static SemanticVersion? Version(JsonItem item, Faults faults)
    {
        if (Text(item, faults) is not { } text)
        {
            return null;
        }

        var reading = SemanticVersion.Read(text);
        foreach (var fault in reading.Faults)
        {
            faults.Add(item.Place, $"{fault.Part}: {fault.Message}", "Write a semantic version, for example \"1.46.0\"");
        }

        return reading.Value;
    }

    public static LocalDate? Date(JsonItem item, Faults faults) => Parsed(item, faults, LocalDatePattern.Iso, "a date", "2026-10-28");

    public static LocalTime? Time(JsonItem item, Faults faults) => Parsed(item, faults, _localTime, "a time of day", "13:00");

    public static LocalDateTime? DateTime(JsonItem item, Faults faults) => Parsed(item, faults, _localDateTime, "a date with a time", "2026-10-28T13:00");

    /// <summary>An ISO 8601 duration of days, hours, minutes and seconds, possibly with a minus in front.</summary>
    public static Duration? Length(JsonItem item, Faults faults)
    {
        if (Text(item, faults) is not { } text)
        {
            return null;
        }

        return ParseLength(text) ?? Refused<Duration?>(item, faults, $"'{text}' is not a duration.", "Write ISO 8601, for example PT45M, PT1H30M or P3D");
    }

    public static Duration? NonNegative(JsonItem item, Faults faults)
    {
        var length = Length(item, faults);
        return length < Duration.Zero ? Refused<Duration?>(item, faults, "The duration is below zero.", "Write a duration of zero or more") : length;
    }

    public static Duration? Positive(JsonItem item, Faults faults)
    {
        var length = Length(item, faults);
        return length <= Duration.Zero ? Refused<Duration?>(item, faults, "The duration is not above zero.", "Write a duration above zero") : length;
    }

    public static Duration? ParseLength(string text)
    {
        var isNegative = text.StartsWith('-');
        var parsed = PeriodPattern.NormalizingIso.Parse(isNegative ? text[1..] : text);
        return parsed.TryGetValue(Period.Zero, out var period) && Bounded(period) is { } length ? (isNegative ? -length : length) : null;
    }

    public static T? Refused<T>(JsonItem item, Faults faults, string message, string remedy)
    {
        faults.Add(item.Place, message, remedy);
        return default;
    }

    // Months and years have no fixed length; beyond ten years, or below a second, it is a slip of the pen.
    private static Duration? Bounded(Period period)
    {
        if (period is not { Months: 0, Years: 0 } || Math.Abs((long)period.Days) + Math.Abs((long)period.Weeks) > 3_660 || Math.Abs(period.Hours) > 100_000)
        {
            return null;
        }

        var length = period.ToDuration();
        return length <= _longest && length >= -_longest && length.SubsecondNanoseconds == 0 ? length : null;
    }

    private static int? Parsed(string digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is > -1_000_000 and < 1_000_000 ? number : null;

    private static T? Parsed<T>(JsonItem item, Faults faults, IPattern<T> pattern, string what, string example)
        where T : struct
    {
        if (Text(item, faults) is not { } text)
        {
            return null;
        }

        return pattern.Parse(text).TryGetValue(default, out var value)
            ? value
            : Refused<T?>(item, faults, $"'{text}' is not {what}.", $"Write it like {example}");
    }

    private static T? Wrong<T>(JsonItem item, Faults faults, string expected, string remedy) =>
        Refused<T>(item, faults, $"{expected} is expected here, and this is {Fields.Called(item)}.", remedy);
}
