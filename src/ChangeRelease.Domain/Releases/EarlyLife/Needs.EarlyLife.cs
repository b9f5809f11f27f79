using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked before a release is accepted.</content>
public static partial class Needs
{
    /// <summary>Its early life is over.</summary>
    public static Requirement<ReleaseAttempt> EarlyLifeOver { get; } =
        Need("release.early-life.not-over", "The release was watched as long as its plan says.", attempt => attempt.Release.EarlyLifeUntil is not { } until || until <= attempt.Stamp.At)
            .Explains(attempt => Why.Because($"The release is in its early life until {attempt.Release.EarlyLifeUntil!.Value.ToText()}.").CuredFrom(attempt.Release.EarlyLifeUntil!.Value));

    /// <summary>No incident that was laid at its door is open.</summary>
    public static Requirement<ReleaseAttempt> IncidentsOver { get; } =
        Need("release.incidents.open", "No incident that was laid at its door is open.", attempt => attempt.Release.Incidents.All(linked => linked.OverAt is not null))
            .Explains(attempt => attempt.Release.Incidents.Where(linked => linked.OverAt is null).Select(linked => Why.Because($"The incident {linked.Incident} is open: {linked.Note}.")
                .CuredBy(Remedy.Do($"Tell that {linked.Incident} is over"), Remedy.Do("Roll the release back"))));

    /// <summary>The incident is not linked already and open.</summary>
    public static Requirement<ReleaseAttempt> IncidentNew { get; } =
        Need("release.incidents.linked-already", "The incident is not linked already.", attempt => attempt.Command is LinkIncident it && attempt.Release.Incidents.All(linked => linked.Incident != it.Incident || linked.OverAt is not null))
            .CuredBy(Remedy.Do("Leave it as it is, and add a note to the release"))
            .About(ReleaseParameters.Incident);

    /// <summary>The incident is linked and open.</summary>
    public static Requirement<ReleaseAttempt> IncidentOpen { get; } =
        Need("release.incidents.unknown", "The incident is linked and open.", attempt => attempt.Command is CloseIncident it && attempt.Release.Incidents.Any(linked => linked.Incident == it.Incident && linked.OverAt is null))
            .CuredBy(Remedy.Do("Name an open incident of the release"))
            .About(ReleaseParameters.Incident);
}
