"""What is typed into the acts of a case."""

from pydantic import Field

from mingfa.bureau.doorway.inputs import Inputs, Words


class ClosingProposal(Inputs):
    """What is put to the head for closing."""

    performance: Words = Field(title="执行情况")
    remedies: Words = Field(title="复议、诉讼情况")
    opinion: Words = Field(title="承办人意见")
