using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.TemplateStates;
using static ChangeRelease.Domain.Changes.TemplateTriggers;

namespace ChangeRelease.Domain.Changes;

/// <summary>The built-in template model.</summary>
public static class TemplateModels
{
    private const string WasInForce = "in force";
    private const string WasSuspended = "suspended";
    private const string WasNever = "never published";

    private static readonly Requirement<TemplateAttempt>[] Voting = [.. TemplateNeeds.Authorization.Voting];

    private static readonly Requirement<TemplateAttempt>[] Reinstating = [TemplateNeeds.Reason, TemplateNeeds.SomethingSuspended, .. TemplateNeeds.ReinstatedBy.All];

    /// <summary>What a template goes back to without the version that is being worked on.</summary>
    internal static Selector<TemplateAttempt> Before { get; } = Selector.For<TemplateAttempt>(
        "published before",
        [WasInForce, WasSuspended, WasNever],
        attempt => attempt.Template.Latest is null ? WasNever : attempt.Template.IsSuspended ? WasSuspended : WasInForce);

    /// <summary>Proposed, approved, published; revised while it is in force; suspended or retired at any time.</summary>
    public static TemplateModel Ordinary { get; } = TemplateModel.Define("template", version: 1, model => model
        .StartsIn(Proposed)
        .In(Proposed)
            .On(Submit).GoTo(Authorizing).When(TemplateNeeds.Complete)
        .In(Authorizing)
            .On(CastVote).Stay().When(Voting)
            .On(WithdrawVote).Stay().When(TemplateNeeds.Authorization.VoterHasVoted)
            .On(Publish).GoTo(Published).When(TemplateNeeds.Complete).When(TemplateNeeds.Authorization.Satisfied)
        .In(Proposed, Authorizing)
            .On(Amend).Stay().When(TemplateNeeds.SomeEdit)
            .On(Suspend).Stay().When(TemplateNeeds.Reason, TemplateNeeds.SomethingInForce)
            .On(Reinstate).Stay().When(Reinstating)
        .SideDoor(Reject).From(Authorizing).GoTo(Proposed).When(TemplateNeeds.Reason)
        .SideDoor(Discard).From(Proposed, Authorizing).Choose(Before, (WasInForce, Published), (WasSuspended, Suspended), (WasNever, Retired)).When(TemplateNeeds.Reason)
        .SideDoor(Revise).From(Published, Suspended).GoTo(Proposed)
        .SideDoor(Suspend).From(Published).GoTo(Suspended).When(TemplateNeeds.Reason)
        .SideDoor(Reinstate).From(Suspended).GoTo(Published).When(Reinstating)
        .SideDoor(Retire).From(Proposed, Authorizing, Published, Suspended).GoTo(Retired).When(TemplateNeeds.Reason)
        .EndsIn(Retired));
}
