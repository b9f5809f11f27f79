using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>One occurrence that other time zone data moves (S-49).</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Zone">The IANA zone whose data differ.</param>
/// <param name="NominalStart">The start as the recurrence says it; with the rule it names the occurrence.</param>
/// <param name="Before">When it takes place under the calendar's own data; null when it does not.</param>
/// <param name="After">When it takes place under the other data; null when it does not.</param>
public sealed record ZoneShift(RuleId Rule, string Zone, LocalDateTime NominalStart, Slot? Before, Slot? After)
{
    /// <summary>How much later it starts; negative for earlier, zero where only its end moves, null where it takes place under one of the data only.</summary>
    public Duration? Delta => After?.Start - Before?.Start;

    /// <summary>The rule, the occurrence, and both times.</summary>
    /// <returns>For example <c>evenings of 2027-04-01 20:00 Europe/London: [2027-04-01T19:00:00Z, …) becomes [2027-04-01T20:00:00Z, …), 1 h later</c>.</returns>
    public override string ToString() => $"{Rule} of {LocalText.Show(NominalStart)} {Zone}: {Shown(Before)} becomes {Shown(After)}{Moved}";

    private string Moved => Delta is not { } delta || delta == Duration.Zero ? string.Empty
        : delta > Duration.Zero ? $", {delta.ToText()} later"
        : $", {(-delta).ToText()} earlier";

    private static string Shown(Slot? slot) => slot?.ToString() ?? "nothing";
}
