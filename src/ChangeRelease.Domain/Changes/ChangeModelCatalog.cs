using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The change models that a host knows, each of its versions.</summary>
/// <remarks>A change whose definition is not among them, hash included, is not touched (S-4, S-13).</remarks>
public sealed class ChangeModelCatalog
{
    private readonly Dictionary<LifecycleRef, ChangeModel> _byReference;
    private readonly Dictionary<string, ChangeModel> _latest;

    /// <summary>Collects models.</summary>
    /// <param name="models">The models; of several versions of one id, the highest is the one to open under.</param>
    /// <exception cref="ArgumentException">Two models have the same id and version.</exception>
    public ChangeModelCatalog(params IEnumerable<ChangeModel> models)
    {
        All = models.ToValueList();
        _byReference = All.ToDictionary(model => model.Lifecycle.Reference);
        _latest = All
            .GroupBy(model => model.Id, StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, versions => versions.MaxBy(model => model.Lifecycle.Reference.Version)!, StringComparer.Ordinal);
        if (All.GroupBy(model => (model.Id, model.Lifecycle.Reference.Version)).FirstOrDefault(same => same.Count() > 1) is { } twins)
        {
            throw new ArgumentException($"Two models are called {twins.Key.Id}, version {twins.Key.Version}.", nameof(models));
        }
    }

    /// <summary>The five built-in models.</summary>
    public static ChangeModelCatalog BuiltIn { get; } = new(
        ChangeModels.Normal, ChangeModels.Standard, ChangeModels.PreApproved, ChangeModels.Emergency, ChangeModels.Retrospective);

    /// <summary>Every model.</summary>
    public ValueList<ChangeModel> All { get; }

    /// <summary>The maps by which changes may be moved from one model to another; none unless they were given (S-13).</summary>
    public MigrationCatalog Migrations { get; private init; } = MigrationCatalog.None;

    /// <summary>These models, with further maps between them.</summary>
    /// <param name="maps">The maps, beside those that were given before.</param>
    /// <returns>A new catalog.</returns>
    /// <exception cref="ArgumentException">A map leads from or to a definition that is not among the models, or two maps lead from and to the same.</exception>
    public ChangeModelCatalog WithMigrations(params IEnumerable<MigrationMap> maps)
    {
        var migrations = new MigrationCatalog(Migrations.All.With(maps));
        var strangers = migrations.All.SelectMany(map => (LifecycleRef[])[map.From, map.To]).Where(reference => Find(reference) is null).Distinct().ToList();
        return strangers.Count == 0
            ? new ChangeModelCatalog(All) { Migrations = migrations }
            : throw new ArgumentException($"Maps lead from or to what is no known model: {string.Join(", ", strangers)}.", nameof(maps));
    }

    /// <summary>The model that a change lives under.</summary>
    /// <param name="reference">Id, version and hash.</param>
    /// <returns>The model, or null when it is not known with that hash.</returns>
    public ChangeModel? Find(LifecycleRef reference) => _byReference.GetValueOrDefault(reference);

    /// <summary>A model by its name and version.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="version">The model's version.</param>
    /// <returns>The model, or null when there is none.</returns>
    public ChangeModel? Find(string id, int version) =>
        All.FirstOrDefault(model => string.Equals(model.Id, id, StringComparison.Ordinal) && model.Lifecycle.Reference.Version == version);

    /// <summary>The model to open changes under.</summary>
    /// <param name="id">The model's id.</param>
    /// <returns>Its highest version, or null when there is none.</returns>
    public ChangeModel? Latest(string id) => _latest.GetValueOrDefault(id);
}
