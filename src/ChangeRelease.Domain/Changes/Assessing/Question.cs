using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>A question that an assessor answers by one of its choices.</summary>
/// <param name="Id">The question's name, compared ordinally.</param>
/// <param name="Sentence">What is asked.</param>
/// <param name="Choices">The answers there are; at least two.</param>
public sealed record Question(string Id, string Sentence, ValueList<string> Choices)
{
    /// <summary>The choice that says so.</summary>
    public const string Yes = "yes";

    /// <summary>The choice that says that it is not so.</summary>
    public const string No = "no";

    /// <summary>A question to be answered with <see cref="Yes"/> or <see cref="No"/>.</summary>
    /// <param name="id">The question's name.</param>
    /// <param name="sentence">What is asked.</param>
    /// <returns>The question.</returns>
    public static Question YesOrNo(string id, string sentence) => new(id, sentence, [Yes, No]);

    /// <summary>A question to be answered with the name of a <see cref="Grade"/>.</summary>
    /// <param name="id">The question's name.</param>
    /// <param name="sentence">What is asked.</param>
    /// <returns>The question.</returns>
    public static Question Graded(string id, string sentence) => new(id, sentence, ValueList.Create<string>(Enum.GetNames<Grade>()));
}
