using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>A change model: how changes of one kind live. The built-in types are models like any other.</summary>
public sealed class ChangeModel
{
    private ChangeModel(Lifecycle<ChangeAttempt> lifecycle, Duration guardBand)
    {
        (Lifecycle, GuardBand) = (lifecycle, guardBand);
        OverridesFreezes = lifecycle.Description.Triggers.Any(known => known.Trigger == ChangeTriggers.OverrideFreeze);
        OwesForStarting = Has(ChangeStates.Ratifying) && lifecycle.Description.States.Any(state => ChangeFold.IsMaking(state.Phase));
    }

    /// <summary>The model's id, which is also the class that calendars exempt.</summary>
    public string Id => Lifecycle.Reference.Id;

    /// <summary>The table.</summary>
    public Lifecycle<ChangeAttempt> Lifecycle { get; }

    /// <summary>How far clocks may differ: nothing starts earlier than this after its slot's start.</summary>
    public Duration GuardBand { get; }

    /// <summary>Whether what starts under it is judged afterwards, so that it owes from its start on (S-33).</summary>
    internal bool OwesForStarting { get; }

    /// <summary>Whether freezes may be overridden for changes under it, where they allow it (S-48).</summary>
    internal bool OverridesFreezes { get; }

    /// <summary>The guard band of a model that states none: half a minute.</summary>
    public static Duration OrdinaryGuardBand => GuardBands.Ordinary;

    /// <summary>Defines a change model.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="version">The model's version, from 1.</param>
    /// <param name="write">Writes the table.</param>
    /// <param name="guardBand">How far clocks may differ; null for <see cref="OrdinaryGuardBand"/>.</param>
    /// <returns>The model.</returns>
    /// <exception cref="LifecycleDefinitionException">The table is not sound; it says everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guardBand"/> is negative.</exception>
    public static ChangeModel Define(string id, int version, Action<LifecycleTable<ChangeAttempt>> write, Duration? guardBand = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        var guard = GuardBands.Checked(guardBand, OrdinaryGuardBand, Duration.Zero);
        return new ChangeModel(Lifecycles.Lifecycle.Define(id, version, write + Complete), guard);
    }

    /// <summary>Derives a change model: adds states and requirements, forbids side doors, and never loosens (S-12).</summary>
    /// <param name="id">The derived model's id; policies and calendars know it by this one, not by its parent's.</param>
    /// <param name="version">The derived model's version, from 1.</param>
    /// <param name="write">Says what is different.</param>
    /// <param name="guardBand">How far clocks may differ; null for this model's, and never less.</param>
    /// <returns>The derived model.</returns>
    /// <exception cref="LifecycleDefinitionException">The table is not sound, or less strict than this one; it says everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guardBand"/> is less than this model's.</exception>
    public ChangeModel Derive(string id, int version, Action<Derivation<ChangeAttempt>> write, Duration? guardBand = null)
    {
        var guard = GuardBands.Checked(guardBand, GuardBand, GuardBand);
        return new ChangeModel(Lifecycle.Derive(id, version, write, Complete), guard);
    }

    /// <summary>Reads a change model from a document of a lifecycle or of a derivation, verified like one in code.</summary>
    /// <remarks>A document derives from a lifecycle, which has no guard band: give that of the parent's model here, where it is longer than the ordinary one.</remarks>
    /// <param name="document">The document in UTF-8; see <see cref="LifecycleDocument"/> and <see cref="DerivationDocument"/>.</param>
    /// <param name="vocabulary">The words it may use: <see cref="ChangeVocabulary.BuiltIn"/>, with those of the host.</param>
    /// <param name="guardBand">How far clocks may differ; null for <see cref="OrdinaryGuardBand"/>.</param>
    /// <returns>The model, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guardBand"/> is negative, or less than <see cref="OrdinaryGuardBand"/> for a model that is derived.</exception>
    public static DocumentReading<ChangeModel> Read(ReadOnlyMemory<byte> document, Vocabulary<ChangeAttempt> vocabulary, Duration? guardBand = null)
    {
        _ = GuardBands.OfRead(guardBand, isDerived: false);
        return DefinitionDocument.Read(document, vocabulary, Complete).Select(lifecycle => new ChangeModel(lifecycle, GuardBands.OfRead(guardBand, lifecycle.Description.DerivedFrom is not null)));
    }

    /// <summary>The model's id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    // What built-in triggers take is the same in every table, and said by the library.
    private static void Complete(LifecycleTable<ChangeAttempt> table)
    {
        ChangeForms.All.DeclareIn(table);
        table.Faults.AddRange(ChangeModelFaults.Of(table));
    }

    internal bool Has(State state) => Lifecycle.Description.States.Contains(state);
}
