using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The refusals that come before any table is asked.</summary>
internal static class ChangeRefusals
{
    public static SubjectRefusals Before { get; } = new("change", "Open", "opened", "a migration");

    public static Refusal NoSuchModel(OpenChange open, ChangeFacts facts) => Refusal.Of(
        "change.model.unknown",
        "The change model is known.",
        Why.Because($"There is no change model '{open.Model}'.")
            .Seeing("known", facts.Models.All)
            .CuredBy(Remedy.Do("Name one of the known change models")));
}
