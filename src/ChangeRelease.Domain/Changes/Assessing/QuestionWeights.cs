using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the choices of a question weigh.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="Choices">A weight for each choice.</param>
public sealed record QuestionWeights(string Question, ValueList<ChoiceWeight> Choices)
{
    /// <summary>The weights of a question that is answered with <see cref="Domain.Changes.Question.Yes"/> or <see cref="Domain.Changes.Question.No"/>.</summary>
    /// <param name="question">The question's name.</param>
    /// <param name="yes">What a yes weighs; zero or more.</param>
    /// <param name="no">What a no weighs; zero or more.</param>
    /// <returns>The weights.</returns>
    public static QuestionWeights YesOrNo(string question, int yes, int no) =>
        new(question, [new ChoiceWeight(Domain.Changes.Question.Yes, yes), new ChoiceWeight(Domain.Changes.Question.No, no)]);

    internal int For(string choice) => Choices.First(weight => weight.Choice == choice).Weight;
}

/// <summary>What a choice weighs.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Weight">Its weight; zero or more.</param>
public sealed record ChoiceWeight(string Choice, int Weight);
