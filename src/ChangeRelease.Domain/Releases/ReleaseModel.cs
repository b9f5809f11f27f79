using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>A release model: how releases live. The built-in one is a model like any other.</summary>
public sealed class ReleaseModel
{
    private ReleaseModel(Lifecycle<ReleaseAttempt> lifecycle, Duration guardBand)
    {
        (Lifecycle, GuardBand) = (lifecycle, guardBand);
        BooksPlaces = lifecycle.Description.Transitions.SelectMany(row => row.Requirements).Any(Needs.IsOfPlaces);
    }

    /// <summary>The table.</summary>
    public Lifecycle<ReleaseAttempt> Lifecycle { get; }

    /// <summary>How far clocks may differ: nothing starts earlier than this after its slot's start.</summary>
    public Duration GuardBand { get; }

    /// <summary>Whether it asks for places in the environments' own ledgers; then its releases book there.</summary>
    internal bool BooksPlaces { get; }

    /// <summary>The guard band of a model that states none: half a minute.</summary>
    public static Duration OrdinaryGuardBand => GuardBands.Ordinary;

    /// <summary>Defines a release model.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="version">The model's version, from 1.</param>
    /// <param name="write">Writes the table.</param>
    /// <param name="guardBand">How far clocks may differ; null for <see cref="OrdinaryGuardBand"/>.</param>
    /// <returns>The model.</returns>
    /// <exception cref="LifecycleDefinitionException">The table is not sound; it says everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guardBand"/> is negative.</exception>
    public static ReleaseModel Define(string id, int version, Action<LifecycleTable<ReleaseAttempt>> write, Duration? guardBand = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        var guard = GuardBands.Checked(guardBand, OrdinaryGuardBand, Duration.Zero);
        return new ReleaseModel(Lifecycles.Lifecycle.Define(id, version, write + Complete), guard);
    }

    /// <summary>Derives a release model: adds states and requirements, forbids side doors, and never loosens (S-12).</summary>
    /// <param name="id">The derived model's id.</param>
    /// <param name="version">The derived model's version, from 1.</param>
    /// <param name="write">Says what is different.</param>
    /// <param name="guardBand">How far clocks may differ; null for this model's, and never less.</param>
    /// <returns>The derived model.</returns>
    /// <exception cref="LifecycleDefinitionException">The table is not sound, or less strict than this one; it says everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guardBand"/> is less than this model's.</exception>
    public ReleaseModel Derive(string id, int version, Action<Derivation<ReleaseAttempt>> write, Duration? guardBand = null)
    {
        var guard = GuardBands.Checked(guardBand, GuardBand, GuardBand);
        return new ReleaseModel(Lifecycle.Derive(id, version, write, Complete), guard);
    }

    // What built-in triggers take is the same in every table, and said by the library.
    private static void Complete(LifecycleTable<ReleaseAttempt> table)
    {
        ReleaseForms.All.DeclareIn(table);
        table.Faults.AddRange(ReleaseModelFaults.Of(table));
    }

    /// <summary>Reads a release model from a document of a lifecycle or of a derivation, verified like one in code.</summary>
    /// <remarks>A document derives from a lifecycle, which has no guard band: give that of the parent's model here, where it is longer than the ordinary one.</remarks>
    /// <param name="document">The document in UTF-8; see <see cref="LifecycleDocument"/> and <see cref="DerivationDocument"/>.</param>
    /// <param name="vocabulary">The words it may use: <see cref="ReleaseVocabulary.BuiltIn"/>, with those of the host.</param>
    /// <param name="guardBand">How far clocks may differ; null for <see cref="OrdinaryGuardBand"/>.</param>
    /// <returns>The model, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guardBand"/> is negative, or less than <see cref="OrdinaryGuardBand"/> for a model that is derived.</exception>
    public static DocumentReading<ReleaseModel> Read(ReadOnlyMemory<byte> document, Vocabulary<ReleaseAttempt> vocabulary, Duration? guardBand = null)
    {
        _ = GuardBands.OfRead(guardBand, isDerived: false);
        return DefinitionDocument.Read(document, vocabulary, Complete).Select(lifecycle => new ReleaseModel(lifecycle, GuardBands.OfRead(guardBand, lifecycle.Description.DerivedFrom is not null)));
    }
}
