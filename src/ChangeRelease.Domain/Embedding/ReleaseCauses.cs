using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Which command on a release each of its tidings follows from: the latest that did the like.</summary>
internal sealed class ReleaseCauses
{
    private readonly Dictionary<string, EventRecord> _latest = new(StringComparer.Ordinal);
    private EventRecord? _last;

    public void See(EventRecord record) => _last = _latest[record.Type] = record;

    /// <summary>The stamp of that command. Where the history has nothing of the kind, a host's own trigger led there: the last one.</summary>
    public Stamp Of(ChangeCommand command) =>
        Streams.Releases.EventsOf(_latest.GetValueOrDefault(CauseOf(command)) ?? _last!).Last().Header.Stamp;

    private static string CauseOf(ChangeCommand command) => DomainJson.Discriminator(typeof(ReleaseEvent), command switch
    {
        StartChange => typeof(DeploymentStarted),
        CompleteChange => typeof(ReleaseAccepted),
        FinishBackOut => typeof(ReleaseRolledBack),
        _ => typeof(ReleaseRollBackStarted),
    });
}
