using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What someone wants done to a template: a closed family. Who and when stand in the stamp, never here (S-9).</summary>
/// <remarks>Uses are taken, returned and reported by changes, never by a command.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ProposeTemplate), "propose-template")]
[JsonDerivedType(typeof(AmendTemplate), "amend-template")]
[JsonDerivedType(typeof(SubmitTemplate), "submit-template")]
[JsonDerivedType(typeof(VoteOnTemplate), "vote-on-template")]
[JsonDerivedType(typeof(WithdrawTemplateVote), "withdraw-template-vote")]
[JsonDerivedType(typeof(PublishTemplate), "publish-template")]
[JsonDerivedType(typeof(RejectTemplate), "reject-template")]
[JsonDerivedType(typeof(ReviseTemplate), "revise-template")]
[JsonDerivedType(typeof(DiscardTemplateVersion), "discard-template-version")]
[JsonDerivedType(typeof(SuspendTemplate), "suspend-template")]
[JsonDerivedType(typeof(ReinstateTemplate), "reinstate-template")]
[JsonDerivedType(typeof(RetireTemplate), "retire-template")]
[JsonDerivedType(typeof(ActOnTemplate), "act-on-template")]
public abstract record TemplateCommand
{
    private protected TemplateCommand()
    {
    }

    /// <summary>The trigger that the command takes; null for proposing, which has no state to leave.</summary>
    [JsonIgnore]
    public Trigger? Trigger => Takes;

    private protected abstract Trigger? Takes { get; }

    /// <summary>What the command says, as values for its trigger's parameters; what it leaves open is left out.</summary>
    /// <returns>The arguments: <see cref="ActOnTemplate"/> with them is the same command.</returns>
    public virtual Arguments ToArguments() => TemplateForms.All.ArgumentsOf(this);

    /// <summary>The text in which the command says why; null when it needs none.</summary>
    internal virtual string? Because => null;

    internal virtual TemplateContent ContentAfter(ChangeTemplate template) => template.Content;

    internal abstract TemplateEvent Happened(TemplateAttempt attempt, EventHeader header);
}
