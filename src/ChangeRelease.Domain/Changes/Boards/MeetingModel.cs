using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>A meeting model: how meetings of a board live. The built-in one is a model like any other.</summary>
public sealed class MeetingModel
{
    private MeetingModel(Lifecycle<MeetingAttempt> lifecycle) => Lifecycle = lifecycle;

    /// <summary>The table.</summary>
    public Lifecycle<MeetingAttempt> Lifecycle { get; }

    /// <summary>Defines a meeting model.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="version">The model's version, from 1.</param>
    /// <param name="write">Writes the table.</param>
    /// <returns>The model.</returns>
    /// <exception cref="LifecycleDefinitionException">The table is not sound; it says everything that is wrong.</exception>
    public static MeetingModel Define(string id, int version, Action<LifecycleTable<MeetingAttempt>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return new MeetingModel(Lifecycles.Lifecycle.Define(id, version, write + Complete));
    }

    /// <summary>Derives a meeting model: adds states and requirements, forbids side doors, and never loosens (S-12).</summary>
    /// <param name="id">The derived model's id.</param>
    /// <param name="version">The derived model's version, from 1.</param>
    /// <param name="write">Says what is different.</param>
    /// <returns>The derived model.</returns>
    /// <exception cref="LifecycleDefinitionException">The table is not sound, or less strict than this one; it says everything that is wrong.</exception>
    public MeetingModel Derive(string id, int version, Action<Derivation<MeetingAttempt>> write) => new(Lifecycle.Derive(id, version, write, Complete));

    /// <summary>Reads a meeting model from a document of a lifecycle or of a derivation, verified like one in code.</summary>
    /// <param name="document">The document in UTF-8; see <see cref="LifecycleDocument"/> and <see cref="DerivationDocument"/>.</param>
    /// <param name="vocabulary">The words it may use: <see cref="MeetingVocabulary.BuiltIn"/>, with those of the host.</param>
    /// <returns>The model, or everything that is wrong with the document.</returns>
    public static DocumentReading<MeetingModel> Read(ReadOnlyMemory<byte> document, Vocabulary<MeetingAttempt> vocabulary) =>
        DefinitionDocument.Read(document, vocabulary, Complete).Select(lifecycle => new MeetingModel(lifecycle));

    /// <summary>The model's id.</summary>
    /// <returns>For example <c>meeting</c>.</returns>
    public override string ToString() => Lifecycle.Reference.Id;

    // What built-in triggers take is the same in every table, and said by the library.
    private static void Complete(LifecycleTable<MeetingAttempt> table)
    {
        MeetingForms.All.DeclareIn(table);
        foreach (var row in table.Rows.Where(row => row.ExitTable is not null))
        {
            table.Faults.Add(new LifecycleFault("meeting.model.exit", row.Place, "A meeting stays under the definition it was planned under. Lead to a state of this table."));
        }
    }
}
