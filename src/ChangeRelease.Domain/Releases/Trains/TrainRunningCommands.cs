using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>Opens a train: from now on its departures may be boarded.</summary>
/// <param name="Id">What the train is called in records.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Timetable">When it departs.</param>
public sealed record OpenTrain(TrainId Id, string Title, TrainTimetable Timetable) : TrainCommand
{
    /// <summary>What people call it, in Unicode normal form C.</summary>
    public string Title { get; init => field = Text.Canonical(value, nameof(Title)); } = Text.Canonical(Title, nameof(Title));

    internal override TrainTimetable? Brought => Timetable;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) => [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor, TrainNeeds.Title, TrainNeeds.ZoneKnown, TrainNeeds.DepartureAhead];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) => [new TrainOpened(attempt.Header, Id, Title, Timetable)];
}

/// <summary>Gives a train another timetable. Departures on which something happened keep their instants, on the new timetable or not.</summary>
/// <param name="Timetable">When it departs from now on.</param>
/// <param name="Reason">Why.</param>
public sealed record RetimeTrain(TrainTimetable Timetable, string Reason) : TrainCommand
{
    /// <summary>Why, in Unicode normal form C.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    internal override string? Because => Reason;

    internal override TrainTimetable? Brought => Timetable;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) => IsSo(attempt)
        ? [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor]
        : [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor, TrainNeeds.Reason, TrainNeeds.ZoneKnown, TrainNeeds.DepartureAhead];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) => IsSo(attempt) ? [] : [new TrainRetimed(attempt.Header, Timetable, Reason)];

    private bool IsSo(TrainAttempt attempt) => attempt.Train!.Timetable.Equals(Timetable);
}

/// <summary>Freezes the manifest at the cut-off: whoever is not ready by then is deferred to the next departure.</summary>
/// <param name="Departure">The departure, by its nominal time.</param>
public sealed record CloseBoarding(LocalDateTime Departure) : TrainCommand
{
    internal override LocalDateTime? Named => Departure;

    internal override TrainDeparture? Closing(ReleaseTrain? train) => train?.Find(Departure) is { Stage: TrainDepartureStage.Boarding } boarding ? boarding : null;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) => attempt.IsClosed
        ? [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor]
        : [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor, TrainNeeds.DepartureKnown, TrainNeeds.DepartureNotOver, TrainNeeds.CutOffPast, TrainNeeds.ReadinessKnown];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) => attempt.IsClosed
        ? []
        : [new BoardingClosed(attempt.Header, attempt.Time!), .. attempt.NotReady.Select(late => attempt.Deferral(late.Passenger, late.NotReadyBecause!, isAutomatic: true))];
}

/// <summary>Lets a closed departure go, with whoever is aboard; nobody aboard is no reason to stay.</summary>
/// <param name="Departure">The departure, by its nominal time.</param>
public sealed record DepartTrain(LocalDateTime Departure) : TrainCommand
{
    internal override LocalDateTime? Named => Departure;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) => attempt.IsGone
        ? [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor]
        : [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor, TrainNeeds.DepartureKnown, TrainNeeds.DepartureNotOver, TrainNeeds.ManifestFrozen, TrainNeeds.TimeCome];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) =>
        attempt.IsGone ? [] : [new TrainDeparted(attempt.Header, attempt.Time!, attempt.Manifest.Select(booking => booking.Passenger).ToValueList())];
}

/// <summary>Cancels a departure: everybody aboard is deferred to the next one.</summary>
/// <param name="Departure">The departure, by its nominal time.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelDeparture(LocalDateTime Departure, string Reason) : TrainCommand
{
    /// <summary>Why, in Unicode normal form C.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    internal override LocalDateTime? Named => Departure;

    internal override string? Because => Reason;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) =>
        [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor, TrainNeeds.Reason, TrainNeeds.DepartureKnown, TrainNeeds.DepartureNotOver];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) =>
        [new DepartureCanceled(attempt.Header, attempt.Time!, Reason), .. attempt.Manifest.Select(booking => attempt.Deferral(booking.Passenger, Reason, isAutomatic: true))];
}

/// <summary>Notes a release that goes beside the train, because it cannot wait for it.</summary>
/// <param name="Release">The release.</param>
/// <param name="Reason">Why it does not ride.</param>
public sealed record NoteHotfix(ReleaseId Release, string Reason) : TrainCommand
{
    /// <summary>Why, in Unicode normal form C.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    internal override TrainPassenger? Who => TrainPassenger.Of(Release);

    internal override string? Because => Reason;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) => [TrainNeeds.Reason, TrainNeeds.NotAboard, TrainNeeds.NotNoted];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) => [new HotfixNoted(attempt.Header, new TrainHotfix(Release, attempt.Overtaken, Reason))];
}
