using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>Boards a departure before its cut-off.</summary>
/// <param name="Passenger">Who rides.</param>
/// <param name="Departure">The departure, by its nominal time; null for the next one that can be boarded.</param>
public sealed record BoardTrain(TrainPassenger Passenger, LocalDateTime? Departure) : TrainCommand
{
    internal override TrainPassenger? Who => Passenger;

    internal override LocalDateTime? Named => Departure;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) => attempt.IsAboardThere
        ? [TrainNeeds.PassengerOwner]
        : [TrainNeeds.DepartureKnown, TrainNeeds.DepartureNotOver, TrainNeeds.CutOffAhead, TrainNeeds.PlaceLeft, TrainNeeds.NotAboard];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) =>
        attempt.IsAboardThere ? [] : [new PassengerBoarded(attempt.Header, attempt.Time!, new TrainBooking(Passenger, attempt.Stamp.Actor.Voice, null))];
}

/// <summary>Leaves the train before the cut-off of the departure that it is aboard, for good.</summary>
/// <param name="Passenger">Who leaves.</param>
/// <param name="Reason">Why.</param>
public sealed record LeaveTrain(TrainPassenger Passenger, string Reason) : TrainCommand
{
    /// <summary>Why, in Unicode normal form C.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    internal override TrainPassenger? Who => Passenger;

    internal override string? Because => Reason;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) => [TrainNeeds.Reason, TrainNeeds.Aboard, TrainNeeds.PassengerOwner, TrainNeeds.CutOffAhead];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) => [new PassengerLeft(attempt.Header, attempt.Time!, Passenger, Reason)];
}

/// <summary>Puts off a passenger, before the cut-off, to the next departure after the one that it is aboard.</summary>
/// <param name="Passenger">Who is put off.</param>
/// <param name="Reason">Why.</param>
public sealed record DeferPassenger(TrainPassenger Passenger, string Reason) : TrainCommand
{
    /// <summary>Why, in Unicode normal form C.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    internal override TrainPassenger? Who => Passenger;

    internal override string? Because => Reason;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) =>
        [TrainNeeds.Reason, TrainNeeds.Aboard, TrainNeeds.PassengerOwner, TrainNeeds.CutOffAhead, TrainNeeds.NextKnown];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) => [attempt.Deferral(Passenger, Reason, isAutomatic: false)];
}

/// <summary>Brings somebody aboard after the cut-off: an exception, in the name of the conductor who makes it.</summary>
/// <param name="Passenger">Who rides.</param>
/// <param name="Departure">The departure, by its nominal time.</param>
/// <param name="Reason">Why the exception is made.</param>
public sealed record BoardLate(TrainPassenger Passenger, LocalDateTime Departure, string Reason) : TrainCommand
{
    /// <summary>Why, in Unicode normal form C.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    internal override TrainPassenger? Who => Passenger;

    internal override LocalDateTime? Named => Departure;

    internal override string? Because => Reason;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) => attempt.IsAboardThere
        ? [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor]
        : [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor, TrainNeeds.Reason, TrainNeeds.DepartureKnown, TrainNeeds.DepartureNotOver, TrainNeeds.ManifestFrozen, TrainNeeds.PlaceLeft, TrainNeeds.NotAboard];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) =>
        attempt.IsAboardThere ? [] : [new PassengerBoarded(attempt.Header, attempt.Time!, new TrainBooking(Passenger, attempt.Stamp.Actor.Voice, Reason))];
}

/// <summary>Takes somebody off after the cut-off, to the next departure, whether boarding was closed or not: an exception, in the name of the conductor who makes it.</summary>
/// <param name="Passenger">Who is taken off.</param>
/// <param name="Reason">Why the exception is made.</param>
public sealed record TakeOffLate(TrainPassenger Passenger, string Reason) : TrainCommand
{
    /// <summary>Why, in Unicode normal form C.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    internal override TrainPassenger? Who => Passenger;

    internal override string? Because => Reason;

    internal override IEnumerable<Requirement<TrainAttempt>> Asks(TrainAttempt attempt) =>
        [TrainNeeds.DirectoryKnown, TrainNeeds.Conductor, TrainNeeds.Reason, TrainNeeds.Aboard, TrainNeeds.CutOffPast];

    internal override IEnumerable<TrainEvent> Happened(TrainAttempt attempt) => [attempt.Deferral(Passenger, Reason, isAutomatic: false)];
}
