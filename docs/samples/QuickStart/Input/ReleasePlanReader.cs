using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace QuickStart.Input;

/// <summary>Reads releases; what a release carries is said by the changes that name it.</summary>
internal sealed class ReleasePlanReader(Names names, Moment moments, Instant start, ValueList<PlannedChange> changes)
{
    public ReleasePlan? Read(JsonItem item, Faults faults)
    {
        var (before, fields) = (faults.Count, new Fields(item, faults));
        var id = fields.Required("id", Values.Name(text => new ReleaseId(text)));
        var content = Content(fields, id);
        content = content with { Rollout = Rollout(fields.List("stages", Values.Text), content.Environments) };
        var built = fields.List("artifacts", Artifact);
        var owner = fields.Required("owner", names.People.Reference(text => new ActorId(text)));
        var approvers = fields.List("approvers", names.People.Reference(text => new ActorId(text)));
        var notBefore = fields.Optional("notBefore", moments.Read) ?? start;
        fields.NothingElse();
        return faults.Count > before ? null : new ReleasePlan(
            id!, content, new Package(built, Provenance(owner!)), Actor.Human(owner!), approvers.Select(Actor.Human).ToValueList(), notBefore);
    }

    private ReleaseContent Content(Fields fields, ReleaseId? id) => new()
    {
        Title = fields.Required("title", Values.Text) ?? string.Empty,
        Type = fields.Optional("type", Values.Name(text => new ReleaseType(text))) ?? ReleaseType.Minor,
        Version = fields.Optional("version", Values.Version),
        Changes = changes.Where(change => change.Aboard is not null && change.Aboard == id).Select(change => change.Id).ToValueList(),
        Services = fields.List("services", names.Services.Reference(text => new ServiceId(text)), isRequired: true),
        Environments = fields.List("environments", names.Environments.Reference(text => new EnvironmentId(text)), isRequired: true),
        RemediationPlan = fields.Optional("remediationPlan", Values.Text) ?? string.Empty,
        Effort = fields.Optional("effort", ChangesReader.Effort),
    };

    /// <summary>Rings, each with as much more exposure as the others; one stage is everything at once.</summary>
    private static RolloutPlan? Rollout(ValueList<string> names, ValueList<EnvironmentId> environments) => names.Count == 0
        ? null
        : new RolloutPlan(names.Count == 1 ? RolloutStrategy.AllAtOnce : RolloutStrategy.Rings, environments.SelectMany(environment => names.Select((name, at) => new RolloutStage(
            environments.Count == 1 ? name : $"{name} of {environment}", environment, Share.OfBasisPoints(Share.Whole * (at + 1) / names.Count)))).ToValueList());

    private Provenance Provenance(ActorId owner) => new(owner, "the file of changes", start, "QuickStart");

    // The sample builds nothing: the digest of the name stands for the digest of the bytes.
    private static Artifact? Artifact(JsonItem item, Faults faults) =>
        Values.Text(item, faults) is { } name ? new Artifact(name, Digest.Of(Encoding.UTF8.GetBytes(name))) : null;
}
