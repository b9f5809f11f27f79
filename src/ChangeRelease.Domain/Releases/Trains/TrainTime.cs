using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Releases;

/// <summary>One departure in time. Once somebody boarded it, it keeps its instants, whatever becomes of the zone's data (S-49).</summary>
/// <param name="Nominal">When it departs, on the wall clock of the timetable's zone; this names the departure.</param>
/// <param name="At">The instant from which it may depart.</param>
/// <param name="CutOff">The instant at which boarding is over: it is the first at which nobody boards (S-40).</param>
public sealed record TrainTime(LocalDateTime Nominal, Instant At, Instant CutOff)
{
    /// <summary>The departure and its cut-off.</summary>
    /// <returns>For example <c>2026-11-03T22:00:00 (cut-off 2026-11-02T22:00:00Z)</c>.</returns>
    public override string ToString() => $"{Name(Nominal)} (cut-off {CutOff.ToText()})";

    internal static string Name(LocalDateTime nominal) => LocalDateTimePattern.ExtendedIso.Format(nominal);
}
