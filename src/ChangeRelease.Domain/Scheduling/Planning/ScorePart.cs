using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>One part of a score.</summary>
/// <param name="Name">What it is: <c>tardiness</c>, <c>waiting</c>, <c>makespan</c>, <c>earliness</c>, <c>preference</c>, <c>moving</c>, <c>moved</c>, or the name of a limit or rule.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Time">The time that it counts, weights aside; null where it counts no time.</param>
/// <param name="Items">How many items it counts.</param>
public sealed record ScorePart(string Name, long Cost, Duration? Time, int Items);
