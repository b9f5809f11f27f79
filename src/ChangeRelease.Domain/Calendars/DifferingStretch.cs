using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A stretch of time on which one calendar is open and another is not, with what makes it so all through the stretch.</summary>
/// <param name="Span">The stretch.</param>
/// <param name="Opens">Whether the later calendar is the open one.</param>
/// <param name="Gone">What kept it so in the earlier calendar and is not in the later: freezes where it opens, windows where it closes.</param>
/// <param name="Come">What makes it so in the later calendar and was not in the earlier: windows where it opens, freezes where it closes.</param>
public sealed record DifferingStretch(Slot Span, bool Opens, ValueList<Occurrence> Gone, ValueList<Occurrence> Come)
{
    /// <summary>The stretch, which way it turns, and why; where no rule is gone or has come, the declared default or the scope of another rule differs.</summary>
    /// <returns>For example <c>[2026-11-02T20:00:00Z, 2026-11-02T23:00:00Z) closes: freeze 'Year end' … has come</c>.</returns>
    public override string ToString() => $"{Span} {(Opens ? "opens" : "closes")}: {string.Join("; ", Causes().DefaultIfEmpty("by what decides where no rule of its own does"))}";

    private IEnumerable<string> Causes() => Gone.Select(occurrence => $"{occurrence} is gone").Concat(Come.Select(occurrence => $"{occurrence} has come"));
}
