using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Finds the other definitions that a document names.</summary>
internal sealed class Definitions<TAttempt>(Vocabulary<TAttempt> vocabulary, DocumentFaults faults, Suggestions suggestions)
{
    public Lifecycle<TAttempt>? Find(DefinitionEntry named, string path)
    {
        var found = vocabulary.Lifecycle(named.Id, named.Version);
        if (found is null)
        {
            faults.Add("lifecycle.document.definition-unknown", path, $"No definition is known as {Called(named)}. {WhatIsKnown(named.Id)}");
            return null;
        }

        if (named.Hash is { } hash && !string.Equals(hash, found.Reference.Hash.Hex, StringComparison.Ordinal))
        {
            faults.Add("lifecycle.document.definition-differs", $"{path}.hash", $"The definition that is known as {Called(named)} has another hash, {found.Reference.Hash.Hex}. Name the version that was meant, or leave the hash out.");
            return null;
        }

        return found;
    }

    private static string Called(DefinitionEntry named) => FormattableString.Invariant($"'{DocumentPath.Shown(named.Id)}', version {named.Version}");

    private string WhatIsKnown(string id)
    {
        var versions = vocabulary.Lifecycles.Where(known => string.Equals(known.Id, id, StringComparison.Ordinal)).Select(known => known.Version).ToValueList();
        return versions.Count > 0
            ? $"Its known versions are {versions}."
            : $"Add it to the vocabulary, or name another.{suggestions.For(id, vocabulary.Lifecycles.Select(known => known.Id))}";
    }
}
