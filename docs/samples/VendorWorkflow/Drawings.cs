using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;

namespace VendorWorkflow;

/// <summary>Chapter three: the model drawn, with the way one change took.</summary>
internal static class Drawings
{
    public static bool Tell(TextWriter to)
    {
        Tour.Title(to, "3. The model, drawn with the way of a change that waits for its review (Mermaid)");
        to.Write(Diagram.Mermaid(MigrationModels.First.Lifecycle.Description, new Drawing
        {
            Current = DatabaseWords.DbaReview,
            Path =
            [
                new PathStep(ChangeStates.Draft, ChangeTriggers.Submit, ChangeStates.Assessing),
                new PathStep(ChangeStates.Assessing, ChangeTriggers.CompleteAssessment, DatabaseWords.DbaReview),
            ],
            Available = [DatabaseWords.Clear, ChangeTriggers.Cancel],
        }));
        return true;
    }
}
