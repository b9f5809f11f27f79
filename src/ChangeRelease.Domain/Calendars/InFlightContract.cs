using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What becomes of work that is still going on when its window ends, or when a freeze begins (S-47).</summary>
/// <remarks>It is about work that takes longer than planned. A plan never relies on it: what is planned lies within windows, back-out and all.</remarks>
public sealed record InFlightContract
{
    private InFlightContract(InFlightKind kind, Duration? most) => (Kind, Most) = (kind, most);

    /// <summary>The work must be over; if it is not, it is overdue. What holds unless another contract is stated.</summary>
    public static InFlightContract MustFit { get; } = new(InFlightKind.MustFit, null);

    /// <summary>The work goes on until it is done, however long that takes.</summary>
    public static InFlightContract MayFinish { get; } = new(InFlightKind.MayOverrun, null);

    /// <summary>The work goes on to the end of its present stage, and begins no other.</summary>
    public static InFlightContract StopAtStageBoundary { get; } = new(InFlightKind.StopAtStageBoundary, null);

    /// <summary>The work is aborted, early enough for its back-out to be over in time.</summary>
    public static InFlightContract AbortAndBackOut { get; } = new(InFlightKind.AbortAndBackOut, null);

    /// <summary>What the contract asks for.</summary>
    public InFlightKind Kind { get; }

    /// <summary>By how much work may overrun at most; null when there is no limit, and for the other kinds.</summary>
    public Duration? Most { get; }

    /// <summary>The work goes on for a while. Anything but a positive length is a fault of the calendar.</summary>
    /// <param name="most">How long at most after the end of the window, or after the start of the freeze.</param>
    /// <returns>The contract.</returns>
    public static InFlightContract MayOverrunBy(Duration most) => new(InFlightKind.MayOverrun, most);

    /// <summary>The contract in words.</summary>
    /// <returns>For example <c>may overrun by 30 min</c>.</returns>
    public override string ToString() => (Kind, Most) switch
    {
        (InFlightKind.MayOverrun, null) => "may finish",
        (InFlightKind.MayOverrun, { } most) => $"may overrun by {most.ToText()}",
        (InFlightKind.StopAtStageBoundary, _) => "stops at the next stage boundary",
        (InFlightKind.AbortAndBackOut, _) => "is aborted and backed out",
        _ => "must fit",
    };
}
