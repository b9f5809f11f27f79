using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>Whom a tale is about, and when: everything that is not shared by all tales.</summary>
/// <param name="Prefix">What its names begin with.</param>
/// <param name="Days">In how many days from the opening it begins.</param>
internal sealed record Cast(string Prefix, int Days)
{
    public ChangeId One => new($"{Prefix}CHG-1");

    public ChangeId Two => new($"{Prefix}CHG-2");

    /// <summary>The change of somebody who would like to have what the others have.</summary>
    public ChangeId Rival => new($"{Prefix}CHG-3");

    public ReleaseId Release => new($"{Prefix}REL-1");

    public MeetingId Meeting => new($"{Prefix}cab");

    public TrainId Train => new($"{Prefix}weekly");

    public EnvironmentId Environment => new($"{Prefix}production");

    public LedgerKey Ledger => LedgerKey.Of(Environment);

    public ServiceId Service => new($"{Prefix}payments");

    public HolderId Patches => new($"{Prefix}patches");

    public HolderId North => new($"{Prefix}north");

    public Instant Morning => World.Opening + Duration.FromDays(Days);

    public Slot Night(int days) => World.Night(Days + days);

    public ChangeContent Work => World.Work with { Services = [Service], Environments = [Environment] };

    public ReleaseContent Package => World.Package with
    {
        Changes = [One],
        Services = [Service],
        Environments = [Environment],
        Rollout = new RolloutPlan(
            RolloutStrategy.Canary,
            [new(World.Rollout[0], Environment, Share.Percent(5)) { Gates = [Gate.Tests("smoke")] }, new(World.Rollout[1], Environment, Share.All)]),
    };

    public ValueList<ChangeId> Changes => [One, Two, Rival];

    public StreamId LedgerStream => new(World.Tenant, "environment-bookings", Environment.Value);

    public StreamId MeetingStream => new(World.Tenant, "meeting", Meeting.Value);

    public StreamId TrainStream => new(World.Tenant, "train", Train.Value);

    /// <summary>Every stream that a tale of theirs may write.</summary>
    public ValueList<StreamId> Streams =>
    [
        World.StreamOf(One), World.StreamOf(Two), World.StreamOf(Rival), World.StreamOf(Release), LedgerStream, MeetingStream, TrainStream,
        Premises.Nights, Premises.Emergencies, Premises.Template,
    ];
}
