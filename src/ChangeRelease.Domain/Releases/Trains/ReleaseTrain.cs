using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>A release train as its events made it: departures on a timetable, and who is aboard which (S-55).</summary>
/// <remarks>Who is late waits for the next one; the train waits for nobody. It is decided by the <see cref="TrainDecider"/>.</remarks>
public sealed record ReleaseTrain
{
    /// <summary>How many may be aboard one departure; who is deferred to it is not turned away.</summary>
    public const int MostAboard = 5_000;

    internal ReleaseTrain(TrainOpened opened) => (Id, Title, Timetable) = (opened.Id, opened.Title, opened.Timetable);

    /// <summary>What it is called in records.</summary>
    public TrainId Id { get; }

    /// <summary>What people call it.</summary>
    public string Title { get; }

    /// <summary>When it departs.</summary>
    public TrainTimetable Timetable { get; init; }

    /// <summary>The departures on which something happened, in order of time. Others are on the timetable only.</summary>
    public ValueList<TrainDeparture> Departures { get; init; } = [];

    /// <summary>The releases that went beside the train, in the order in which they were noted.</summary>
    public ValueList<TrainHotfix> Hotfixes { get; init; } = [];

    /// <summary>The commands that took effect, with what each one said (S-5).</summary>
    public AppliedCommands Applied { get; init; } = AppliedCommands.None;

    /// <summary>When the latest event happened. Time does not run backwards in a train's history (S-73).</summary>
    public Instant LastAt { get; init; }

    /// <summary>Makes the train after one more event.</summary>
    /// <param name="train">The train before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The train after it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The first event does not open a train, or a later one does.</exception>
    public static ReleaseTrain Fold(ReleaseTrain? train, TrainEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return TrainFold.Apply(train, happened);
    }

    /// <summary>Finds a departure on which something happened.</summary>
    /// <param name="nominal">When it departs, nominally.</param>
    /// <returns>The departure, or null when nothing happened on it.</returns>
    public TrainDeparture? Find(LocalDateTime nominal) => Departures.FirstOrDefault(departure => departure.Time.Nominal == nominal);

    /// <summary>Who is aboard a departure: its manifest.</summary>
    /// <param name="nominal">When it departs, nominally.</param>
    /// <returns>The passengers, in the order of boarding.</returns>
    public ValueList<TrainPassenger> Manifest(LocalDateTime nominal) => Find(nominal)?.Manifest.Select(booking => booking.Passenger).ToValueList() ?? [];

    /// <summary>The departure ahead that a passenger is aboard.</summary>
    /// <param name="passenger">The passenger.</param>
    /// <returns>The departure, or null when it is aboard of none.</returns>
    public TrainDeparture? Carrying(TrainPassenger passenger) => Departures.FirstOrDefault(departure => departure.IsAhead && departure.Find(passenger) is not null);
}
