using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;

namespace VendorWorkflow;

/// <summary>Chapter one: the same definition in code and as a document.</summary>
internal static class Definition
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "database-migration.json");

    public static bool Tell(TextWriter to)
    {
        Tour.Title(to, "1. A change model derived from Normal, in code and in JSON");
        var inCode = MigrationModels.First.Lifecycle;
        var inJson = ChangeModel.Read(System.IO.File.ReadAllBytes(File), DatabaseWords.Vocabulary).OrThrow().Lifecycle;
        to.WriteLine($"  code: {inCode.Reference}, {inCode.Description.States.Count} states, {inCode.Description.Transitions.Count} rows");
        to.WriteLine($"  JSON: {inJson.Reference}, from {new FileInfo(File).Length} bytes");
        var (isSame, isNotLaxer) = (inCode.Description == inJson.Description && inCode.Reference == inJson.Reference, IsAsStrict());
        to.WriteLine($"  the same definition: {isSame}");
        to.WriteLine($"  whole, it is a document of {LifecycleDocument.Write(inCode.Description).Length} bytes, which nobody has to copy");
        return isSame && isNotLaxer && TellLoosened(to);
    }

    private static bool IsAsStrict() =>
        LifecycleComparison.AtLeastAsStrict(MigrationModels.First.Lifecycle.Description, ChangeModels.Normal.Lifecycle.Description).Holds;

    // What would lead round the gate does not build, and the way round it is shown.
    private static bool TellLoosened(TextWriter to)
    {
        to.WriteLine("\n  A shortcut from the review to the making of the change does not build:\n");
        try
        {
            MigrationModels.First.Derive("shortcut", version: 1, change => change
                .In(DatabaseWords.DbaReview).On(new Trigger("Hurry")).GoTo(ChangeStates.Implementing));
            return false;
        }
        catch (LifecycleDefinitionException wrong)
        {
            to.WriteLine(Tour.SetIn(Tour.SetIn(wrong.Faults[0])));
            return true;
        }
    }
}
