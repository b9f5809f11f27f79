using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>A change model of a host's own: recorded, looked at again and again, closed.</summary>
internal static class HostModel
{
    public static readonly ChangeModel Model = ChangeModel.Define("looked-at", version: 1, model => model
        .StartsIn(ChangeStates.Recorded)
        .In(ChangeStates.Recorded)
            .On(ChangeTriggers.Submit).GoTo(ChangeStates.Ratifying)
            .On(ChangeTriggers.Annotate).Stay().When(Needs.Reason)
        .In(ChangeStates.Ratifying)
            .On(ChangeTriggers.Reauthorize).Stay().When(Needs.Ratifying.Lapsed)
            .On(ChangeTriggers.Complete).GoTo(ChangeStates.Closed).When(Needs.TasksDone)
        .EndsIn(ChangeStates.Closed));

    public static LifecycleRef Reference => Model.Lifecycle.Reference;

    /// <summary>The facts of a host that knows this model, and asks for what a retrospective change asks for.</summary>
    public static ChangeFacts Known(ChangeFacts facts) => new(facts.Stamp, new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, Model]))
    {
        Directory = facts.Directory,
        Policy = facts.Policy! with { Rules = facts.Policy.Rules.With(new ApprovalRule(Model.Id, facts.Policy.Rules[^1].Act, facts.Policy.Rules[^1].Asks)) },
    };
}
