using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a set says, checked or not.</summary>
internal sealed record SetParts
{
    public required LocalDateTime Start { get; init; }

    public ValueList<RecurrenceRule> Rules { get; init; } = [];

    public ValueList<LocalDateTime> Added { get; init; } = [];

    public ValueList<LocalDateTime> Excluded { get; init; } = [];

    public ValueList<LocalDate> ExcludedDays { get; init; } = [];

    public ValueList<RecurrenceOverride> Overrides { get; init; } = [];

    /// <summary>How many single times there are beside the rules.</summary>
    public int Singles => Added.Count + Excluded.Count + ExcludedDays.Count + Overrides.Count;

    public static ValueList<RecurrenceRule> InOrder(IEnumerable<RecurrenceRule> rules) =>
        rules.Distinct().OrderBy(rule => rule.ToString(), StringComparer.Ordinal).ToValueList();

    public static ValueList<T> InOrder<T>(IEnumerable<T> times) => times.Distinct().Order().ToValueList();
}
