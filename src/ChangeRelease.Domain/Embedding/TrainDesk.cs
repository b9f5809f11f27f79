using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application hands in commands on release trains (S-55).</summary>
/// <remarks>
/// It holds no state and no rules of its own and is safe for any number of callers at once. Many clocks meet at a train, and its time does
/// not run backwards: a cut-off that one of them saw is over for all (S-73).
/// <para>
/// When boarding is closed, the desk looks up each passenger in its own stream. One that does not exist is not ready; one whose stream cannot be read
/// is not known, and keeps boarding open.
/// </para>
/// </remarks>
public sealed class TrainDesk : StreamDesk<TrainId, ReleaseTrain, TrainCommand, TrainEvent>
{
    private readonly PassengerOffice _passengers;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where the directory is known.</param>
    /// <param name="clock">What time it is; decisions themselves read no clock (S-2).</param>
    /// <param name="settings">What the host settled once: the tenant, the change models, the time zones, how often a command is decided again.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TrainDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
        : base(store, facts, clock, settings, Streams.Trains, TrainJson.Write) =>
        _passengers = new PassengerOffice(store, settings.Tenant, settings.ChangeModels);

    /// <summary>Looks up whether those aboard a departure may ride, as it stands now: before the cut-off, to see who will be late.</summary>
    /// <param name="train">The train.</param>
    /// <param name="departure">The departure, by its nominal time.</param>
    /// <param name="cancellation">Ends the looking early.</param>
    /// <returns>How each passenger stands, in the order of boarding, without those whose streams cannot be read; none when nobody is aboard, or there is no such train.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="train"/> is null.</exception>
    /// <exception cref="InvalidDataException">The train's stream is not a history that this version can read.</exception>
    public async ValueTask<ValueList<PassengerReadiness>> ReadinessAsync(TrainId train, LocalDateTime departure, CancellationToken cancellation = default)
    {
        var found = await FindAsync(train, cancellation).ConfigureAwait(false);
        return await _passengers.ReadinessAsync(found?.Find(departure), cancellation).ConfigureAwait(false);
    }

    private protected override StreamId StreamOf(TrainId key) => Streams.Of(Settings.Tenant, key);

    private protected override TrainId? Opened(TrainCommand command) => (command as OpenTrain)?.Id;

    private protected override async ValueTask<Decision<TrainEvent>> DecideAsync(
        TrainId key, ReleaseTrain? subject, TrainCommand command, Stamp stamp, CancellationToken cancellation)
    {
        var directory = await Facts.DirectoryAsync(cancellation).ConfigureAwait(false);
        var facts = new TrainFacts(stamp, Settings.Zones)
        {
            Roles = directory?.RolesOf(stamp.Actor),
            Readiness = await _passengers.ReadinessAsync(command.Closing(subject), cancellation).ConfigureAwait(false),
        };
        return TrainDecider.Decide(subject, command, facts);
    }
}
