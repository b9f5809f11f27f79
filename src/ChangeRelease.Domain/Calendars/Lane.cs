using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The targets that the same rules are about, and what these rules say in a range of time (S-45).</summary>
internal sealed class Lane
{
    // Obstacles ask for many ends, so finding what closes must not cost a look at everything.
    private readonly Lazy<ILookup<Instant, Occurrence>> _freezesByStart;
    private readonly Lazy<ILookup<Instant, Occurrence>> _windowsByEnd;

    public Lane(ValueList<Target> targets, IReadOnlyList<Occurrence> windows, IReadOnlyList<Occurrence> freezes, SlotSet? otherwise)
    {
        (Targets, Windows, Freezes, IsUnruled) = (targets, windows, freezes, otherwise is not null);
        Covered = otherwise ?? SlotSet.Of(windows.Select(window => window.Span));
        Frozen = SlotSet.Of(freezes.Select(freeze => freeze.Binding));
        Open = Covered.Subtract(Frozen);
        _freezesByStart = new(() => Freezes.ToLookup(freeze => freeze.Binding.Start));
        _windowsByEnd = new(() => Windows.ToLookup(window => window.Span.End));
    }

    public ValueList<Target> Targets { get; }

    public IReadOnlyList<Occurrence> Windows { get; }

    /// <summary>The occurrences that the question may not pass.</summary>
    public IReadOnlyList<Occurrence> Freezes { get; }

    /// <summary>The occurrences of freezes that the question may pass; not all that there are, but all with a limit.</summary>
    public IReadOnlyList<Occurrence> Passed { get; init; } = [];

    /// <summary>Whether no window rule of the calendar is about these targets, so that the declared default decides.</summary>
    public bool IsUnruled { get; }

    /// <summary>Where a window, or the default, would have it open.</summary>
    public SlotSet Covered { get; }

    public SlotSet Frozen { get; }

    public SlotSet Open { get; }

    /// <summary>What is in force at an instant: the freezes, or else the windows.</summary>
    public IEnumerable<Occurrence> InForceAt(Instant instant) =>
        (Frozen.Contains(instant) ? Freezes : Windows).Where(occurrence => occurrence.Binding.Contains(instant));

    /// <summary>What makes the lane open at an instant when it was closed just before.</summary>
    public IEnumerable<Occurrence> OpenersAt(Instant instant) => Open.BeginsAt(instant)
        ? Freezes.Where(freeze => freeze.Span.End == instant)
            .Concat(Windows.Where(window => Covered.BeginsAt(instant) && window.Span.Start == instant))
        : [];

    /// <summary>What makes the lane closed at an instant when it was open just before.</summary>
    public IEnumerable<Occurrence> ClosersAt(Instant instant) =>
        _freezesByStart.Value[instant].Concat(Covered.Contains(instant) ? [] : _windowsByEnd.Value[instant]);
}
